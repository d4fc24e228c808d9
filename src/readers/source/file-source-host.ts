import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Read } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../foundation/source-text.js';
import { findCatalogs } from './catalog/find-catalogs.js';
import type { CatalogStart } from './catalog/load-catalogs.js';
import { loadCatalogs } from './catalog/load-catalogs.js';
import { fileStore } from './file-store.js';
import { layeredSourceHost } from './layered-source-host.js';
import { fetchSource } from './network.js';
import { schemeOf } from './reference.js';
import type { SourceHost } from './source-host.js';

/** How documents are found. */
export interface FileSourceHostOptions {
  /** Absolute path. Labels are relative to it, and plain paths count from it. */
  readonly workingFolder: string;
  /** Paths or URIs of catalogs. Where given, no other catalog is looked for. */
  readonly catalogs?: readonly string[];
  /** Where `catalog.xml` is looked for: the folders of the inputs and those above them up to the working folder. */
  readonly inputFolders?: readonly string[];
  /** Where `catalog.xml` is looked for as well: the folder of the configuration. */
  readonly configFolder?: string;
  /** Default: false. Documents that neither a file nor a catalog has are fetched by http and https. */
  readonly allowNetwork?: boolean;
  /** Largest document, in bytes. Default: 256 MiB. */
  readonly maxBytes?: number;
  /** Longest wait for one document from the network. Default: 20 s. */
  readonly networkTimeoutMs?: number;
  /** Is told each catalog that was looked for: what the documents are depends on it. */
  readonly onCatalog?: (uri: string, source: SourceText | undefined) => void;
}

const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;
const DEFAULT_NETWORK_TIMEOUT_MS = 20_000;

/** A source host over the files of the disk. The diagnostics say which catalogs are used and what is wrong with them. */
export function fileSourceHost(options: FileSourceHostOptions): Read<SourceHost> {
  const { inputFolders = [], configFolder, allowNetwork = false, maxBytes = DEFAULT_MAX_BYTES } = options;
  const workingFolder = resolve(options.workingFolder);
  const store = fileStore({ workingFolder, maxBytes });
  const base = pathToFileURL(`${workingFolder}/`).href;
  const limits = { timeoutMs: options.networkTimeoutMs ?? DEFAULT_NETWORK_TIMEOUT_MS, maxBytes };
  const network = allowNetwork ? { fetch: (url: string) => fetchSource(url, limits) } : {};
  const plain = layeredSourceHost({ store, catalogs: { list: [], catalogs: new Map() }, base, ...network });

  const asUri = (place: string): string =>
    schemeOf(place) === undefined ? pathToFileURL(resolve(workingFolder, place)).href : place;
  const starts: readonly CatalogStart[] =
    options.catalogs === undefined
      ? findCatalogs({
          workingFolder,
          inputFolders,
          ...(configFolder === undefined ? {} : { configFolder }),
        }).map((path) => ({ uri: asUri(path), origin: 'come-upon' }))
      : options.catalogs.map((place) => ({ uri: asUri(place), origin: 'named' }));
  const { value: catalogs, diagnostics } = loadCatalogs(starts, (uri) => {
    const read = plain.load(uri);
    options.onCatalog?.(uri, read.value);
    return read;
  });
  return { value: layeredSourceHost({ store, catalogs, base, ...network }), diagnostics };
}
