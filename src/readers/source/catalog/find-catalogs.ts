import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The file name under which a catalog is come upon. */
const CATALOG_FILE = 'catalog.xml';

interface CatalogPlaces {
  readonly workingFolder: string;
  /** Folders of the inputs. */
  readonly inputFolders: readonly string[];
  /** Folder of the configuration. */
  readonly configFolder?: string;
}

/**
 * Paths of the catalogs that nobody had to name: `catalog.xml` in the folder of an input or in those above it up to the
 * working folder, nearest first, then beside the configuration.
 */
export function findCatalogs({
  workingFolder,
  inputFolders,
  configFolder,
}: CatalogPlaces): readonly string[] {
  const folders = [
    ...inputFolders.flatMap((folder) => upTo(resolve(workingFolder, folder), workingFolder)),
    ...(configFolder === undefined ? [] : [resolve(workingFolder, configFolder)]),
  ];
  return [...new Set(folders)].map((folder) => join(folder, CATALOG_FILE)).filter((path) => existsSync(path));
}

/** A folder and those above it, as far as the top; of a folder that is not below the top, itself only. */
function upTo(folder: string, top: string): readonly string[] {
  const way = relative(top, folder);
  if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) return [folder];
  const folders = [folder];
  for (let at = folder; at !== top;) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}
