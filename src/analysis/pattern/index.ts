export type Compiled =
  | { readonly ok: true; readonly regexp?: { source: string; flags: string }; readonly automaton?: unknown }
  | { readonly ok: false; message: string; offset: number };
export const compilePattern = (text: string): Compiled => ({
  ok: true,
  regexp: { source: `^(?:${text.replace(/\\i/g, '[A-Za-z_:]').replace(/\\c/g, '[\\w.:-]')})$`, flags: 'u' },
});
