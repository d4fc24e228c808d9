import type { Finding, Report } from '../finding.js';

/** JUnit XML, as test reports of build servers take it: one test case a subject, one failure a case with all its errors. */
export function renderJunit(report: Report): string {
  const bySubject = new Map<string, Finding[]>(report.subjects.map((subject) => [subject, []]));
  for (const one of report.findings) {
    // A test case of a comparison is the component.
    const subject = one.change?.group || one.subject || one.place?.label || report.command;
    const known = bySubject.get(subject);
    if (known === undefined) bySubject.set(subject, [one]);
    else known.push(one);
  }
  const failed = [...bySubject.values()].filter(hasError).length;
  const name = `cimbind ${report.command}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(name)}" tests="${bySubject.size}" failures="${failed}">`,
    `  <testsuite name="${attribute(name)}" tests="${bySubject.size}" failures="${failed}" errors="0" skipped="0">`,
    ...[...bySubject].map(([subject, findings]) => testCase(report.command, subject, findings)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const hasError = (findings: readonly Finding[]): boolean => findings.some((one) => one.severity === 'error');

function testCase(command: string, subject: string, findings: readonly Finding[]): string {
  const open = `    <testcase classname="cimbind.${attribute(command)}" name="${attribute(subject)}" file="${attribute(subject)}"`;
  if (findings.length === 0) return `${open}/>`;
  const text = findings.map(line).join('\n');
  const [first] = findings.filter((one) => one.severity === 'error');
  const body =
    first === undefined
      ? `      <system-out>${content(text)}</system-out>`
      : `      <failure type="${attribute(first.rule ?? first.code)}" message="${attribute(first.message)}">${content(text)}</failure>`;
  return `${open}>\n${body}\n    </testcase>`;
}

function line(one: Finding): string {
  const place = one.place === undefined ? '' : `${one.place.label}:${one.place.line}:${one.place.column} `;
  const rule = one.rule === undefined ? '' : ` (${one.rule})`;
  const path = one.path === undefined ? '' : ` at ${one.path}`;
  return `${place}${one.severity} ${one.code}${rule}: ${one.message}${path}`;
}

const content = (text: string): string =>
  xmlCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const attribute = (text: string): string =>
  content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** Production Char of XML 1.0: everything else cannot stand in a document, not even as a reference. */
const xmlCharacters = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
