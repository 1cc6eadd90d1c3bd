import type { Access } from 'payload';

/** Nobody by hand: hooks and the publisher write these rows. */
export const system: Access = () => false;
