import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, basename, isAbsolute, join, parse, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  networkRefused,
  notARegularFile,
  sourceTooLarge,
  unsupportedScheme,
} from '../../diagnostics/catalogue/src.js';
import type { Read } from '../../diagnostics/diagnostic.js';
import { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { compareText } from '../../foundation/expanded-name.js';
import type { SourceText } from '../../foundation/source-text.js';
import { decodeSource } from './decode-source.js';
import { reportFileFailure } from './file-failure.js';
import { nearestName } from '../../foundation/near-miss.js';
import { schemeOf } from './reference.js';
import type { SourceBytes } from './source-host.js';
import type { SourceStore } from './source-store.js';
import { foldName } from './source-store.js';

interface FileStoreOptions {
  /** Absolute. Labels are relative to it. */
  readonly workingFolder: string;
  /** Larger documents are refused. */
  readonly maxBytes: number;
}

/** In a larger folder, a name that was likely meant is looked for among this many only. */
const MOST_CANDIDATES = 1000;

/** The files of the disk. What a folder holds is looked at once: a store serves one run. */
export function fileStore({ workingFolder, maxBytes }: FileStoreOptions): SourceStore {
  const listings = new Map<string, readonly string[] | undefined>();
  const list = (folder: string): readonly string[] | undefined => {
    if (!listings.has(folder)) listings.set(folder, listFolder(folder));
    return listings.get(folder);
  };
  const labelOf = (path: string): string => pathLabel(workingFolder, path);

  const readBytes = (uri: string): Read<SourceBytes | undefined> => {
    const path = pathOf(uri);
    if (path === undefined) return { value: undefined, diagnostics: whyNoPath(uri) };
    const label = labelOf(path);
    const { value: bytes, diagnostics } = readFile(path, label, maxBytes, () =>
      nearestName(basename(path), (list(dirname(path)) ?? []).slice(0, MOST_CANDIDATES)),
    );
    const value = bytes && { uri: pathToFileURL(path).href, label, bytes };
    return { value, diagnostics };
  };

  return {
    find(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      const found = locate(path, list);
      return (
        found && {
          uri: pathToFileURL(found.path).href,
          label: labelOf(found.path),
          caseDiffers: found.caseDiffers,
          others: found.others.map(labelOf),
        }
      );
    },
    readBytes,
    read(uri) {
      const { value, diagnostics } = readBytes(uri);
      return value === undefined
        ? { value: undefined, diagnostics }
        : decodeSource(value.uri, value.label, value.bytes);
    },
  };
}

/** How people call a file: relative to the working folder, `/` separated; as it is where there is no way from there. */
export function pathLabel(workingFolder: string, path: string): string {
  const way = relative(workingFolder, path);
  return (isAbsolute(way) ? path : way === '' ? '.' : way).replaceAll(sep, '/');
}

/** The path of a `file:` URI on this machine; undefined for all others, and for files on other machines. */
function pathOf(uri: string): string | undefined {
  if (schemeOf(uri) !== 'file') return undefined;
  try {
    const url = new URL(uri);
    // On Windows a host would be reached over the network, and would learn who asks.
    if (url.host !== '' && url.host !== 'localhost') return undefined;
    const path = fileURLToPath(url);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function whyNoPath(uri: string): Read<SourceText>['diagnostics'] {
  const diagnostics = new DiagnosticBag();
  const scheme = schemeOf(uri);
  if (scheme === 'file' && /^file:\/\/[^/]/i.test(uri)) diagnostics.add(networkRefused, { label: uri });
  else if (scheme === 'file')
    diagnostics.add(unsupportedScheme, { label: uri, reason: 'it names no file that this system can have' });
  else if (scheme === 'urn')
    diagnostics.add(unsupportedScheme, { label: uri, reason: 'a URN names a document, but no place' });
  else
    diagnostics.add(unsupportedScheme, {
      label: uri,
      reason: `documents are read from files, not from ${scheme ?? 'elsewhere'}`,
    });
  return diagnostics.sorted();
}

interface Located {
  readonly path: string;
  readonly caseDiffers: boolean;
  readonly others: readonly string[];
}

type List = (folder: string) => readonly string[] | undefined;

/**
 * The file by its true name. The last step is compared with what the folder holds even where the system would take any
 * case, so that a model that works on one machine is not a surprise on the next.
 */
function locate(path: string, list: List): Located | undefined {
  const known = list(dirname(path))?.includes(basename(path));
  if (existsSync(path) && known !== false) return { path, caseDiffers: false, others: [] };
  const { root } = parse(path);
  let places: readonly string[] = [root];
  for (const step of relative(root, path).split(sep)) {
    if (step === '') continue;
    const folded = foldName(step);
    places = places.flatMap((place) => {
      const names = list(place);
      // A folder that may be passed but not be listed.
      if (names === undefined) return existsSync(join(place, step)) ? [join(place, step)] : [];
      return names.filter((name) => foldName(name) === folded).map((name) => join(place, name));
    });
  }
  const [first, ...others] = [...places].sort(
    (a, b) => common(b, path) - common(a, path) || compareText(a, b),
  );
  return first === undefined ? undefined : { path: first, caseDiffers: first !== path, others };
}

/** How many letters two paths share at the same place: the likeness that decides between several fits. */
function common(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at < a.length; at++) if (a[at] === b[at]) shared++;
  return shared;
}

function listFolder(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder).sort(compareText);
  } catch {
    return undefined;
  }
}

function readFile(
  path: string,
  label: string,
  limit: number,
  nearest: () => string | undefined,
): Read<Uint8Array | undefined> {
  const diagnostics = new DiagnosticBag();
  let value: Uint8Array | undefined;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) diagnostics.add(notARegularFile, { label, found: kindOf(stats) });
    else if (stats.size > limit) diagnostics.add(sourceTooLarge, { label, size: stats.size, limit });
    else value = readFileSync(path);
  } catch (error) {
    reportFileFailure(error, label, nearest, diagnostics);
  }
  return { value, diagnostics: diagnostics.sorted() };
}

const kindOf = (stats: Stats): string =>
  stats.isDirectory() ? 'folder' : stats.isFIFO() ? 'pipe' : stats.isSocket() ? 'socket' : 'device';
