import type { DecodeOptions, Decoded, Message } from '../message/element-message.js';

/**
 * An element of another schema inside an envelope: bytes, until somebody decodes it. Issues of a payload have their
 * place in the whole message.
 */
export interface EmbeddedElement {
  /** Clark name: `{namespace}local`, or `local`. */
  readonly name: string;
  /** The element as a document of its own, in UTF-8. */
  document(): Uint8Array;
  /** Reads and validates the element. Its value is remembered: asking twice reads once. */
  decode<T>(message: PayloadMessage<T>, options?: DecodeOptions): Decoded<T>;
}

/** A message type whose documents may stand in an envelope. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `Message` is invariant in its records, which do not matter here
export type PayloadMessage<T = unknown> = Pick<Message<T, any>, 'info' | 'name' | 'namespace'> & {
  safeDecode(source: Uint8Array, options?: DecodeOptions): Decoded<T>;
  encodeBytes(value: T): Uint8Array;
};
