/** Key sequences of the nodes in a node table (3.11.5), and the offset of each node's start tag. */
export type NodeTable = Map<string, number>;

/** Notes what to take out of a table when a stream goes back; null where none does. */
export type Journal = (() => void)[] | null;

/** A table that collects what children hand up: a key sequence that came with two nodes is in neither's name (3.11.5). */
interface Collected {
  table: NodeTable;
  readonly conflicts: Set<string>;
}

/** What the children of the open elements handed up, by depth of the parent and name of the constraint. */
export class TablesOfChildren {
  #byDepth: (Map<string, Collected> | undefined)[] = [];

  /** Takes the table that a child of the element at `depth` has. The table belongs to this from here. */
  collect(depth: number, constraint: string, table: NodeTable, journal: Journal): void {
    if (table.size === 0) return;
    const here = (this.#byDepth[depth] ??= new Map<string, Collected>());
    const present = here.get(constraint);
    if (present === undefined) {
      here.set(constraint, { table: journal === null ? table : new Map(table), conflicts: new Set() });
      journal?.push(() => here.delete(constraint));
      return;
    }
    // The smaller one goes into the larger one, so that no key is moved more than a few times.
    const isLarger = journal === null && table.size > present.table.size;
    const from = isLarger ? present.table : table;
    const into = isLarger ? table : present.table;
    for (const [key, offset] of from) {
      if (!into.has(key)) {
        into.set(key, offset);
        journal?.push(() => into.delete(key));
      } else if (!present.conflicts.has(key)) {
        present.conflicts.add(key);
        journal?.push(() => present.conflicts.delete(key));
      }
    }
    present.table = into;
  }

  /** Takes away what was collected for the element at `depth`, conflicts left out. */
  take(depth: number, journal: Journal): ReadonlyMap<string, NodeTable> | undefined {
    const here = this.#byDepth[depth];
    if (here === undefined) return undefined;
    this.#byDepth[depth] = undefined;
    journal?.push(() => {
      this.#byDepth[depth] = here;
    });
    const tables = new Map<string, NodeTable>();
    for (const [constraint, { table, conflicts }] of here) {
      const left = journal === null ? table : new Map(table);
      for (const key of conflicts) left.delete(key);
      tables.set(constraint, left);
    }
    return tables;
  }
}

/** The table of an element: its own nodes, and those of its children that have no key sequence of its own (3.11.5). */
export function withChildren(own: NodeTable, children: NodeTable | undefined): NodeTable {
  if (children === undefined) return own;
  if (children.size > own.size) {
    for (const [key, offset] of own) children.set(key, offset);
    return children;
  }
  for (const [key, offset] of children) if (!own.has(key)) own.set(key, offset);
  return own;
}
