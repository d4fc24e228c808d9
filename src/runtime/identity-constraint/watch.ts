import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import type { Reader } from '../xml/reader.js';

/** What the reader tells while an element with identity constraints is open. */
export interface IdentityConstraintWatch {
  /** An element was opened: its expanded name. */
  open(r: Reader, namespace: string, local: string): void;
  /** An attribute of the open element has a valid value. */
  attribute(r: Reader, namespace: string, local: string, type: SimpleTypeCodec, literal: string): void;
  /** The open element has simple content with a valid value. */
  text(r: Reader, type: SimpleTypeCodec, literal: string): void;
  /** The open element is being left. */
  close(r: Reader): void;
}
