import { compilePattern } from '../../analysis/pattern/index.js';
import { code, delimited, literal, type Code } from '../../printer/index.js';
import type { CodecContext } from './codec-context.js';

/** The pattern facet of one derivation step. */
export function patternMatchers(ctx: CodecContext, patterns: readonly string[]): Code {
  const matchers = patterns.map((pattern) => matcher(ctx, pattern));
  return code`/* @__PURE__ */ ${ctx.rt('pattern')}${delimited('()', [delimited('[]', matchers, 6), code`${patterns.join(' | ')}`], 30)}`;
}

function matcher(ctx: CodecContext, pattern: string): Code {
  const compiled = compilePattern(pattern);
  // A pattern that is not right was reported with the schema; it lets everything pass.
  if (!compiled.ok) return code`/(?:)/`;
  if (compiled.regexp !== undefined)
    return code`/* @__PURE__ */ new RegExp(${compiled.regexp.source}, ${compiled.regexp.flags})`;
  return code`/* @__PURE__ */ ${ctx.rt('patternMatcher')}(${literal(compiled.automaton as never)})`;
}
