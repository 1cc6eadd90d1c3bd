/** Rich text as the editor stores it, for tests that write documents. */
export const lexical = (...children: object[]) => ({
  root: { type: 'root', format: '' as const, indent: 0, version: 1, direction: 'ltr' as const, children: children as never[] },
});

export const words = (text: string, format = 0) => ({ type: 'text', text, format, mode: 'normal', style: '', detail: 0, version: 1 });
export const paragraph = (...children: (string | object)[]) => ({
  type: 'paragraph',
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  textFormat: 0,
  textStyle: '',
  children: inline(children),
});
export const heading = (tag: string, text: string) => ({ type: 'heading', tag, format: '', indent: 0, version: 1, direction: 'ltr', children: [words(text)] });
export const item = (...children: (string | object)[]) => ({
  type: 'listitem',
  value: 1,
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  children: inline(children),
});
export const list = (listType: 'bullet' | 'number', ...children: object[]) => ({
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start: 1,
  format: '',
  indent: 0,
  version: 1,
  direction: 'ltr',
  children,
});
export const link = (fields: object, text: string) => ({
  type: 'link',
  id: 'l',
  version: 3,
  format: '',
  indent: 0,
  direction: 'ltr',
  fields,
  children: [words(text)],
});
export const block = (blockType: string, fields: object) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: 'b', blockName: '', blockType, ...fields },
});

function inline(children: (string | object)[]): object[] {
  return children.map((child) => (typeof child === 'string' ? words(child) : child));
}
