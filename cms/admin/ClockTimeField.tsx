'use client';
import type { TextFieldClientComponent } from 'payload';
import { NativeInput } from './DayField.tsx';

/** A time on the wall, chosen with the browser's own picker and kept as HH:MM. */
export const ClockTimeField: TextFieldClientComponent = (props) => <NativeInput {...props} type="time" />;
