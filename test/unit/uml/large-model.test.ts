import { expect, test } from 'vitest';
import { readInformationModel } from '../../../src/readers/uml/read-information-model.js';
import { countsOf } from '../../support/model-counts.js';

const CLASSES = 1500;
const ATTRIBUTES = 20;

/** XMI 2.1 as Enterprise Architect writes it: every element twice, the second time in the extension. */
function largeExport(): Uint8Array {
  const id = (kind: number, number: number): string =>
    `${String(kind).padStart(8, '0')}_0000_4000_8000_${String(number).padStart(12, '0')}`;
  const model: string[] = [];
  const extension: string[] = [];
  for (let at = 0; at < CLASSES; at++) {
    const name = `name="Class${at}" visibility="public"`;
    model.push(`<packagedElement xmi:type="uml:Class" xmi:id="EAID_${id(1, at)}" ${name}>`);
    extension.push(
      `<element xmi:idref="EAID_${id(1, at)}" xmi:type="uml:Class" ${name}><model package="x" tpos="0"/><properties documentation="What class ${at} stands for, told in one sentence or two." sType="Class" nType="0" scope="public"/><project author="x" version="1.0" created="2024-01-01 00:00:00"/><style appearance="BackColor=-1;BorderColor=-1;"/><tags/><xrefs/><attributes>`,
    );
    for (let member = 0; member < ATTRIBUTES; member++) {
      const xmi = `EAID_${id(2, at * ATTRIBUTES + member)}`;
      model.push(
        `<ownedAttribute xmi:type="uml:Property" xmi:id="${xmi}" name="attribute${member}" visibility="public" isStatic="false" isReadOnly="false" isDerived="false" isOrdered="false" isUnique="true"><lowerValue xmi:type="uml:LiteralInteger" xmi:id="L${xmi}" value="0"/><upperValue xmi:type="uml:LiteralInteger" xmi:id="U${xmi}" value="1"/><type xmi:idref="EAID_${id(1, (at * 7 + member) % CLASSES)}"/></ownedAttribute>\n`,
      );
      extension.push(
        `<attribute xmi:idref="${xmi}" name="attribute${member}" scope="Public"><initial/><documentation value="What the attribute stands for, told in one sentence or two as modelling guides want it."/><model ea_localid="1"/><properties type="Class${(at * 7 + member) % CLASSES}" derived="0" precision="0" collection="false"/><coords ordered="0" scale="0"/><containment containment="Not Specified" position="0"/><stereotype/><bounds lower="0" upper="1"/><options/><style/><styleex value="volatile=0;"/><tags/><xrefs/></attribute>\n`,
      );
    }
    if (at > 0) model.push(`<generalization xmi:id="EAID_${id(3, at)}" general="EAID_${id(1, at >> 1)}"/>`);
    model.push('</packagedElement>\n');
    extension.push('</attributes></element>\n');
  }
  const text = `<?xml version="1.0" encoding="windows-1252"?>
<xmi:XMI xmi:version="2.1" xmlns:uml="http://schema.omg.org/spec/UML/2.1" xmlns:xmi="http://schema.omg.org/spec/XMI/2.1">
<uml:Model xmi:type="uml:Model" name="EA_Model"><packagedElement xmi:type="uml:Package" xmi:id="EAPK_${id(0, 0)}" name="Large">
${model.join('')}</packagedElement></uml:Model>
<xmi:Extension extender="Enterprise Architect"><elements>${extension.join('')}</elements></xmi:Extension></xmi:XMI>`;
  return new TextEncoder().encode(text);
}

test('30,000 attributes in XMI are read in less than 3 s and 500 MB', async () => {
  const bytes = largeExport();
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss };
  const { value, diagnostics } = await readInformationModel({
    uri: 'file:///large.xmi',
    label: 'large',
    bytes,
  });
  const spent = process.cpuUsage(before.cpu);
  const grown = process.memoryUsage().rss - before.rss;
  expect(value && countsOf(value)).toEqual({
    packages: 1,
    classes: CLASSES,
    attributes: CLASSES * ATTRIBUTES,
    associations: 0,
    enumerations: 0,
    literals: 0,
    generalizations: CLASSES - 1,
  });
  expect(diagnostics).toEqual([]);
  expect(spent.user / 1e6).toBeLessThan(3);
  expect(grown / 2 ** 20).toBeLessThan(500);
}, 60_000);
