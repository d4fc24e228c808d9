import type {
  Binding,
  ComplexTypeBinding,
  MessageBinding,
  ModuleBinding,
} from '../../analysis/binding/index.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import type { ComponentId } from '../../model/schema/index.js';
import type { FilePlan } from '../../pipeline/file-plan.js';
import type { Code } from '../../printer/index.js';
import { NO_CODE, renderModule } from '../../printer/index.js';
import type { Emitter } from '../emitter.js';
import { complexTypeDeclaration, derivedUnionDeclaration } from './complex-type-declaration.js';
import { fileHeader } from './file-header.js';
import { messageDeclaration, substitutionDeclaration } from './message-declaration.js';
import { hasDeclaration, simpleTypeDeclaration } from './simple-type-declaration.js';
import type { TypesContext, TypesOptions } from './types-context.js';

/** One `types.ts` a namespace. */
export const typesEmitter: Emitter<TypesOptions> = {
  name: 'types',
  emit({ schema, binding, runtime }, { numbers }) {
    const ctx: TypesContext = { schema, binding, runtime, numbers, diagnostics: new DiagnosticBag() };
    const used = usedUnions(binding);
    const files = binding.modules.map((module) => typesFile(ctx, module, used));
    return { value: files, diagnostics: ctx.diagnostics.sorted() };
  },
};

function typesFile(ctx: TypesContext, module: ModuleBinding, used: UsedUnions): FilePlan {
  const path = `${module.path}/types.ts`;
  const codes: Code[] = [];
  const declared = new Set<string>();
  for (const id of module.complexTypes) declared.add(ctx.binding.complexTypes.get(id)?.name ?? '');
  for (const id of module.simpleTypes) {
    const binding = ctx.binding.simpleTypes.get(id);
    if (binding !== undefined && hasDeclaration(ctx, binding)) declared.add(binding.name);
  }
  for (const id of module.messages) {
    const binding = ctx.binding.messages.get(id);
    if (binding === undefined) continue;
    codes.push(messageDeclaration(ctx, binding, (name) => declared.has(name)));
    if (used.heads.has(id)) codes.push(substitutionDeclaration(ctx, binding));
  }
  for (const id of module.complexTypes) {
    const binding = ctx.binding.complexTypes.get(id);
    if (binding === undefined) continue;
    codes.push(complexTypeDeclaration(ctx, binding));
    if (used.bases.has(id)) codes.push(derivedUnionDeclaration(ctx, binding));
  }
  for (const id of module.simpleTypes) {
    const binding = ctx.binding.simpleTypes.get(id);
    if (binding !== undefined) codes.push(simpleTypeDeclaration(ctx, binding));
  }
  const content = renderModule(
    codes.filter((item) => item !== NO_CODE),
    { language: 'ts', modulePath: path, header: fileHeader(ctx.schema, module.namespace) },
  );
  return { path, content, layout: 'printed' };
}

/** Unions that something refers to: others would only be noise. */
interface UsedUnions {
  readonly bases: ReadonlySet<ComponentId>;
  readonly heads: ReadonlySet<ComponentId>;
}

function usedUnions(binding: Binding): UsedUnions {
  const bases = new Set<ComponentId>();
  const heads = new Set<ComponentId>();
  const use = (value: MessageBinding['value']): void => {
    if (value.derived.length > 0) bases.add(value.type);
  };
  for (const message of binding.messages.values()) use(message.value);
  for (const type of binding.complexTypes.values()) {
    for (const { content } of contentFields(type)) {
      if (content.kind === 'wildcard') continue;
      use(content.value);
      if (content.substitutions.length > 0) heads.add(content.element);
      for (const { value } of content.substitutions) use(value);
    }
  }
  return { bases, heads };
}

function contentFields({ content }: ComplexTypeBinding) {
  if (content.kind === 'fields') return content.fields;
  return content.kind === 'ordered' ? content.entries : [];
}
