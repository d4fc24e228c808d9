/** The look of the page: follows the system, unless the reader chose dark or light. */
export const PAGE_STYLE = `
:root{--paper:#fff;--ink:#1b1f24;--faint:#5c6672;--line:#d5dae0;--error:#b3261e;--warning:#8a5a00;--good:#1a7f37;--mark:#fff3bf}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--paper:#14171b;--ink:#e3e7ec;--faint:#9aa5b1;--line:#333a42;--error:#ff8a80;--warning:#f0c060;--good:#7bd88f;--mark:#5c4a00}}
:root[data-theme=dark]{--paper:#14171b;--ink:#e3e7ec;--faint:#9aa5b1;--line:#333a42;--error:#ff8a80;--warning:#f0c060;--good:#7bd88f;--mark:#5c4a00}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
header{position:sticky;top:0;background:var(--paper);border-bottom:1px solid var(--line);padding-bottom:.5rem}
h1{font-size:1.25rem;margin:.25rem 0;overflow-wrap:anywhere}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}h2 span{color:var(--faint);font-weight:normal}
.verdicts{border-collapse:collapse;font-size:.875rem}.verdicts th{text-align:left;font-weight:normal;padding-right:1rem;color:var(--faint)}
.breaking{color:var(--error)}.undecided{color:var(--warning)}.compatible{color:var(--good)}
form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin-top:.5rem}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.25rem;padding:.125rem .5rem}
.keys{margin:.25rem 0 0;color:var(--faint);font-size:.8125rem}kbd{border:1px solid var(--line);border-radius:.25rem;padding:0 .25rem}
details{border-left:.25rem solid var(--line);padding:.125rem .75rem;margin:.25rem 0}
details.error{border-color:var(--error)}details.warning{border-color:var(--warning)}
summary{cursor:pointer;overflow-wrap:anywhere}summary code{color:var(--faint);font-size:.8125rem}
summary:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem .75rem;margin:.25rem 0 .5rem}dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
pre{margin:.25rem 0;padding:.5rem;border:1px solid var(--line);overflow-x:auto;font-size:.8125rem}mark{background:var(--mark);color:inherit}
[hidden]{display:none}`;

/** Searching, filtering, moving with the keyboard. Without scripts the page shows everything. */
export const PAGE_SCRIPT = `
(() => {
  const all = [...document.querySelectorAll('details')];
  const field = (id) => document.getElementById(id);
  const [search, category, severity, count] = ['search', 'category', 'severity', 'count'].map(field);
  const texts = new Map(all.map((one) => [one, one.textContent.toLowerCase()]));
  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const one of all) {
      const fits = words.every((word) => texts.get(one).includes(word))
        && (!category || !category.value || one.dataset.breaks.split(' ').includes(category.value))
        && (!severity.value || one.dataset.severity === severity.value);
      one.hidden = !fits;
      if (fits) shown++;
    }
    for (const section of document.querySelectorAll('section'))
      section.hidden = !section.querySelector('details:not([hidden])');
    count.textContent = shown + ' of ' + all.length;
  };
  for (const one of [search, category, severity]) if (one) one.addEventListener('input', filter);
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  field('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') { search.value = ''; if (category) category.value = ''; severity.value = ''; search.blur(); filter(); return; }
    if (event.target.matches('input, select')) return;
    if (event.key === '/') { event.preventDefault(); search.focus(); return; }
    if (event.key !== 'j' && event.key !== 'k') return;
    const open = all.filter((one) => !one.hidden);
    const at = open.findIndex((one) => one.contains(document.activeElement));
    const next = open[event.key === 'j' ? at + 1 : Math.max(0, at - 1)];
    if (next) { next.firstElementChild.focus(); next.scrollIntoView({ block: 'center' }); }
  });
  // page.html#MeterReading opens with that search.
  search.value = decodeURIComponent(location.hash.slice(1));
  filter();
})();`;
