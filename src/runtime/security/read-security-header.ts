import { skip } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import { eachChild, openAttribute, slice } from '../xml/slice.js';
import { elementText, readElement } from './read-element.js';
import { DS, WSSE, WSU } from './security-namespaces.js';
import type { UsernameToken } from './username-token.js';

/** When a message was made and when it is worth nothing any more (WS-Security 1.1, 10). */
export interface Timestamp {
  readonly id?: string | undefined;
  readonly created?: string | undefined;
  readonly expires?: string | undefined;
}

/** A certificate in the header. */
export interface BinaryToken {
  readonly id?: string | undefined;
  readonly valueType?: string | undefined;
  /** Base64. */
  readonly value: string;
}

/** A `wsse:Security` header, as far as it is understood here. */
export interface SecurityHeader {
  readonly timestamps: readonly Timestamp[];
  readonly usernameTokens: readonly UsernameToken[];
  readonly binaryTokens: readonly BinaryToken[];
  /** Each `ds:Signature` as a document. */
  readonly signatures: readonly Uint8Array[];
  /** Elements that are not understood, encryption among them. */
  readonly others: readonly string[];
}

/** Reads a `wsse:Security` header that was cut out of its envelope. */
export function readSecurityHeader(block: Uint8Array): SecurityHeader | undefined {
  const timestamps: Timestamp[] = [];
  const usernameTokens: UsernameToken[] = [];
  const binaryTokens: BinaryToken[] = [];
  const signatures: Uint8Array[] = [];
  const others: string[] = [];
  return readElement(block, (r) => {
    eachChild(r, (name) => {
      if (name === `{${WSU}}Timestamp`) timestamps.push(readTimestamp(r));
      else if (name === `{${WSSE}}UsernameToken`) usernameTokens.push(readUsernameToken(r));
      else if (name === `{${WSSE}}BinarySecurityToken`)
        binaryTokens.push({
          id: openAttribute(r, WSU, 'Id'),
          valueType: openAttribute(r, '', 'ValueType'),
          value: elementText(r),
        });
      else if (name === `{${DS}}Signature`) signatures.push(slice(r));
      else {
        others.push(name);
        skip(r);
      }
    });
    return { timestamps, usernameTokens, binaryTokens, signatures, others };
  });
}

function readTimestamp(r: Reader): Timestamp {
  const id = openAttribute(r, WSU, 'Id');
  const texts = childTexts(r);
  return { id, created: texts.get(`{${WSU}}Created`), expires: texts.get(`{${WSU}}Expires`) };
}

function readUsernameToken(r: Reader): UsernameToken {
  let passwordType: string | undefined;
  const texts = childTexts(r, (name) => {
    if (name === `{${WSSE}}Password`) passwordType = openAttribute(r, '', 'Type');
  });
  return {
    username: texts.get(`{${WSSE}}Username`) ?? '',
    password: texts.get(`{${WSSE}}Password`),
    passwordType,
    nonce: texts.get(`{${WSSE}}Nonce`),
    created: texts.get(`{${WSU}}Created`),
  };
}

/** Texts of the children of the open element, which is passed; of several of one name the first. */
function childTexts(r: Reader, onOpen?: (name: string) => void): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  eachChild(r, (name) => {
    onOpen?.(name);
    const text = elementText(r);
    if (!texts.has(name)) texts.set(name, text);
  });
  return texts;
}
