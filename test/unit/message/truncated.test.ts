import { expect, test } from 'vitest';
import { loadCodec } from '../../../src/pipeline/load-codec.js';
import { loadModel } from '../../../src/pipeline/load-model.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';

const NAME = 'n'.repeat(80);
const PREFIX = 'p'.repeat(70);

// Names and prefixes longer than what is compared ahead, in content that is all data and in content that is not.
test.each(['', '<xs:any namespace="##other" processContents="skip" minOccurs="0"/>'])(
  'a document that ends anywhere is not well-formed, and nothing worse: %s',
  async (wildcard) => {
    const host = memorySourceHost({
      'long.xsd': `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:long" elementFormDefault="qualified">
        <xs:element name="r"><xs:complexType><xs:sequence>${wildcard}
          <xs:element name="${NAME}" type="xs:string" maxOccurs="2"/><xs:element name="a" type="xs:int" minOccurs="0"/>
        </xs:sequence></xs:complexType></xs:element></xs:schema>`,
    });
    const { value } = await loadModel([host.resolve('long.xsd', '')], host);
    const message = loadCodec(value.schema).messages.get('{urn:long}r');
    for (const prefix of ['', 'q:', `${PREFIX}:`]) {
      const child = `<${prefix}${NAME}>text</${prefix}${NAME}>`;
      const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
      const document = `<${prefix}r ${declared}="urn:long">${child}${child}<${prefix}a>1</${prefix}a></${prefix}r>`;
      expect(message?.safeDecode(document).ok).toBe(true);
      for (let end = 0; end < document.length; end++) {
        const decoded = message?.safeDecode(document.slice(0, end));
        expect(decoded?.issues.map(({ rule }) => rule)).toContain('well-formed');
      }
    }
  },
);
