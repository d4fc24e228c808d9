/** A file that an emitter wants to exist. Emitters describe files; only the pipeline writes them. */
export interface FilePlan {
  /** Relative to the output folder, `/` separated. */
  readonly path: string;
  readonly content: string;
  /** `prettier`: made by a template, to be formatted. `printed`: laid out by the printer already. */
  readonly layout: 'prettier' | 'printed';
}
