import { isRecord } from './record.js';
import { jsonBytes, jsonOf } from './store/message-store.js';

/** A message in a store: what is known of it, in JSON and one line; then its body, as it came. */
export function letterBytes(head: object, body: Uint8Array): Uint8Array {
  const line = jsonBytes(head);
  const bytes = new Uint8Array(line.length + 1 + body.length);
  bytes.set(line);
  bytes[line.length] = LINE_END;
  bytes.set(body, line.length + 1);
  return bytes;
}

/** What `letterBytes` wrote. */
export function letterOf(bytes: Uint8Array): {
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
} {
  const end = bytes.indexOf(LINE_END);
  const head = jsonOf(bytes.subarray(0, end));
  return { head: isRecord(head) ? head : {}, body: bytes.subarray(end + 1) };
}

const LINE_END = 0x0a;
