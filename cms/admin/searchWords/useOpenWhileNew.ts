import { useForm, useRowLabel } from '@payloadcms/ui';
import { useEffect } from 'react';

/** Opens a row that was just added: in a list whose rows begin closed, Payload closes that one too. */
export function useOpenWhileNew(isNew: boolean): void {
  const { path, rowNumber } = useRowLabel();
  const { dispatchFields, getFields } = useForm();
  useEffect(() => {
    if (!isNew) return;
    const list = path.replace(/\.\d+$/, '');
    const rows = getFields()[list]?.rows ?? [];
    dispatchFields({
      type: 'SET_ROW_COLLAPSED',
      path: list,
      updatedRows: rows.map((row, index) => (index === rowNumber ? { ...row, collapsed: false } : row)),
    });
  }, [isNew, path, rowNumber, dispatchFields, getFields]);
}
