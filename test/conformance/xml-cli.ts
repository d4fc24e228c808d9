// npm run conformance:xml

import { readFileSync } from 'node:fs';
import { runXmlSuite } from './xml-suite.js';

const report = runXmlSuite(readFileSync(new URL('./xml-expected-failures.txt', import.meta.url), 'utf8'));
for (const line of report.wrong) console.log(line);
for (const id of report.listedInVain) console.log(`${id} passes, though it is listed as a failure`);
const share = ((100 * report.right) / report.total).toFixed(2);
console.log(
  `XML 1.0: ${report.right}/${report.total} (${share} %), ${report.open} more tests leave the outcome open`,
);
process.exitCode = report.wrong.length + report.listedInVain.length === 0 ? 0 : 1;
