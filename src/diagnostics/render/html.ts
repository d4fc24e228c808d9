import { CATEGORY_TITLES, type ChangeCategory } from '../change.js';
import type { Finding, Report } from '../finding.js';
import { chaptersOf, effectLines, needsSides, witnessesOf } from './change-words.js';
import { STEP_WORDS } from './comparison-text.js';
import { PAGE_SCRIPT, PAGE_STYLE } from './html-page.js';
import { printable } from './printable.js';
import { witnessExcerpt } from './witness-excerpt.js';

/** One page that needs nothing else: no network, no files beside it. Searched, filtered and read by keyboard. */
export function renderHtml(report: Report): string {
  const { comparison, command } = report;
  const title =
    comparison === undefined ? `cimbind ${command}` : `${comparison.before} → ${comparison.after}`;
  const body = comparison === undefined ? plainItems(report.findings) : chapterItems(report.findings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
${summary(report)}
<form role="search" aria-label="filter">
<label>Search <input id="search" type="search" placeholder="name, rule, words … ( / )" autocomplete="off"></label>
${filters(report)}
<button type="button" id="theme">dark / light</button>
<output id="count"></output>
</form>
<p class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous <kbd>Enter</kbd> open <kbd>Esc</kbd> clear</p>
</header>
<main>
${body === '' ? '<p>Nothing to report.</p>' : body}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function summary({ comparison, findings }: Report): string {
  if (comparison === undefined) return `<p>${findings.length} findings</p>`;
  const verdicts = Object.entries(comparison.verdicts).map(
    ([category, verdict]) =>
      `<tr><th scope="row">${CATEGORY_TITLES[category as ChangeCategory]}</th><td class="${verdict}">${verdict}</td></tr>`,
  );
  return `<table class="verdicts">${verdicts.join('')}<tr><th scope="row">version</th><td>${STEP_WORDS[comparison.step]}</td></tr></table>`;
}

function filters({ comparison }: Report): string {
  const options = Object.keys(comparison?.verdicts ?? {}).map(
    (category) => `<option value="${category}">${CATEGORY_TITLES[category as ChangeCategory]}</option>`,
  );
  const byCategory =
    options.length === 0
      ? ''
      : `<label>Breaks <select id="category"><option value="">anything</option>${options.join('')}</select></label>`;
  return `${byCategory}<label>Severity <select id="severity"><option value="">all</option><option>error</option><option>warning</option><option>info</option></select></label>`;
}

const chapterItems = (findings: readonly Finding[]): string =>
  [
    { title: 'Beside the models', changes: findings.filter(({ change }) => change === undefined) },
    ...chaptersOf(findings),
  ]
    .filter(({ changes }) => changes.length > 0)
    .map(
      ({ title, changes }) =>
        `<section><h2>${escape(title)} <span>${changes.length}</span></h2>\n${plainItems(changes)}</section>`,
    )
    .join('\n');

const plainItems = (findings: readonly Finding[]): string => findings.map(item).join('\n');

function item(one: Finding): string {
  const { change, place, severity, code, message, hint } = one;
  const broken = (change?.effects ?? []).filter(({ verdict }) => verdict !== 'compatible');
  const rule = change?.rule ?? one.rule ?? '';
  const rows: string[] = [];
  const row = (name: string, html: string | undefined): void => {
    if (html !== undefined && html !== '') rows.push(`<dt>${name}</dt><dd>${html}</dd>`);
  };
  if (change !== undefined && needsSides(message, change)) {
    row('before', change.before && escape(change.before));
    row('after', change.after && escape(change.after));
  }
  for (const { word, text } of change === undefined ? [] : effectLines(change)) row(word, escape(text));
  row('place', place && escape(`${place.label}:${place.line}:${place.column}`));
  row('path', one.path && escape(one.path));
  row('hint', hint && escape(hint));
  row('code', `${code}${change === undefined ? '' : ` <small>${change.fingerprint}</small>`}`);
  for (const { document, issue, line, column } of change === undefined ? [] : witnessesOf(change)) {
    const lines = witnessExcerpt(document, line).map(({ text, isMarked }) =>
      isMarked ? `<mark>${escape(text)}</mark>` : escape(text),
    );
    row('witness', `${escape(issue)} (line ${line}, column ${column})<pre>${lines.join('\n')}</pre>`);
  }
  if (one.diff !== undefined) row('diff', `<pre>${escape(one.diff)}</pre>`);
  const isOpen = severity === 'error' ? ' open' : '';
  return `<details class="${severity}" data-severity="${severity}" data-breaks="${broken.map(({ category }) => category).join(' ')}"${isOpen}><summary>${escape(message)} <code>${escape(rule)}</code></summary><dl>${rows.join('')}</dl></details>`;
}

/** Text of a model as text of the page, control characters shown. */
const escape = (text: string): string =>
  printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
