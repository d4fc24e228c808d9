/**
 * A value as the generated writers see it. They check nothing: what they write is checked by the reader, when it is.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- writers take values of every generated type
export type Fields = any;
