import type { Palette } from '../diagnostics/render/palette.js';
import type { ProfileView } from '../pipeline/ports.js';

type TreeNode = ProfileView['tree'];

/** The tree of a message, one element a line. */
export function treeText(tree: TreeNode, palette: Palette): string {
  const lines = [`${palette.strong(tree.name)}  ${palette.faint(tree.of)}`];
  addChildren(tree, '', lines, palette);
  return `${lines.join('\n')}\n`;
}

function addChildren({ children }: TreeNode, indent: string, lines: string[], palette: Palette): void {
  children.forEach((child, at) => {
    const isLast = at === children.length - 1;
    const { name, occurs, of, stands, isExtension } = child;
    const more = [...(stands === undefined ? [] : [stands]), ...(isExtension ? ['extension'] : [])].join(
      ', ',
    );
    lines.push(
      `${indent}${isLast ? '└─' : '├─'} ${name} ${occurs}  ${of}${more === '' ? '' : `  ${palette.faint(more)}`}`,
    );
    addChildren(child, `${indent}${isLast ? '   ' : '│  '}`, lines, palette);
  });
}
