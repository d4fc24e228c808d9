import { skip } from '../xml/element.js';
import type { Reader } from '../xml/reader.js';
import { eachChild, openAttribute } from '../xml/slice.js';
import { elementText, readElement } from './read-element.js';
import { DS, WSSE } from './security-namespaces.js';

/** What one reference of a signature is about. */
export interface SignatureReference {
  /** `''` for the whole document, `#id` for an element of it. */
  readonly uri: string;
  readonly transforms: readonly string[];
  readonly digest: string;
}

/** A `ds:Signature`, as far as it must be known before anything of it is computed. */
export interface SignatureOutline {
  readonly canonicalization: string;
  readonly method: string;
  /** Base64. */
  readonly value: string;
  readonly references: readonly SignatureReference[];
  /** Certificates of the key, Base64. */
  readonly certificates: readonly string[];
  /** Where the certificate stands instead: `#id` of a token in the header. */
  readonly tokenReference?: string | undefined;
}

/** Reads a signature that was cut out of its document; undefined where it is not shaped as XML Signature has it. */
export function readSignature(signature: Uint8Array): SignatureOutline | undefined {
  return readElement(signature, (r) => {
    let signedInfos = 0;
    let canonicalization = '';
    let method = '';
    let value = '';
    let tokenReference: string | undefined;
    const references: SignatureReference[] = [];
    const certificates: string[] = [];
    eachChild(r, (part) => {
      if (part === `{${DS}}SignedInfo`) {
        signedInfos++;
        eachChild(r, (name) => {
          if (name === `{${DS}}CanonicalizationMethod`) canonicalization = algorithmOf(r);
          else if (name === `{${DS}}SignatureMethod`) method = algorithmOf(r);
          if (name === `{${DS}}Reference`) references.push(readReference(r));
          else skip(r);
        });
      } else if (part === `{${DS}}KeyInfo`)
        eachDescendant(r, (name) => {
          if (name === `{${DS}}X509Certificate`) certificates.push(elementText(r));
          else if (name === `{${WSSE}}Reference`) {
            tokenReference = openAttribute(r, '', 'URI');
            skip(r);
          } else return false;
          return true;
        });
      else if (part === `{${DS}}SignatureValue`) value = elementText(r);
      else skip(r);
    });
    return signedInfos === 1
      ? { canonicalization, method, value, references, certificates, tokenReference }
      : undefined;
  });
}

const algorithmOf = (r: Reader): string => openAttribute(r, '', 'Algorithm') ?? '';

function readReference(r: Reader): SignatureReference {
  // A reference without URI leaves it to the receiver to know what is signed: none is taken.
  const uri = openAttribute(r, '', 'URI') ?? 'absent:';
  const transforms: string[] = [];
  let digest = '';
  eachChild(r, (part) => {
    if (part === `{${DS}}DigestMethod`) digest = algorithmOf(r);
    if (part !== `{${DS}}Transforms`) skip(r);
    else
      eachChild(r, () => {
        transforms.push(algorithmOf(r));
        skip(r);
      });
  });
  return { uri, transforms, digest };
}

/** Visits what is below the open element; the visitor says whether it has passed the element that it was shown. */
function eachDescendant(r: Reader, visit: (name: string) => boolean): void {
  eachChild(r, (name) => {
    if (visit(name)) return;
    if (isTextOnly(name)) skip(r);
    else eachDescendant(r, visit);
  });
}

/** Elements of KeyInfo that hold text, which `eachChild` would find to be in the wrong place. */
const isTextOnly = (name: string): boolean =>
  !/\}(?:X509Data|SecurityTokenReference|X509IssuerSerial)$/u.test(name);
