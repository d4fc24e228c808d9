import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import {
  gitUnavailable,
  nothingAtRevision,
  unknownRevision,
} from '../../../diagnostics/catalogue/src-revision.js';
import { diagnose } from '../../../diagnostics/diagnose.js';
import type { Read } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../foundation/near-miss.js';
import { git } from './git.js';

/** The model files of a revision, in a folder of their own for as long as they are needed. */
export interface Checkout {
  /** Absolute: stands for the folder that was asked for, as it was at the revision. */
  readonly folder: string;
  /** Absolute: stands for the top of the repository. */
  readonly top: string;
  /** The commit, in full. */
  readonly commit: string;
  /** Takes the folder away. */
  close(): void;
}

/** What is taken out of a revision: everything that can be a model or belongs to one. */
const MODEL_FILE =
  /\.(?:xsd|wsdl|xml|dtd|xmi|uml|ecore|qeax?|eapx?|owl|rdf|ttl)$|\.profile\.(?:ya?ml|json)$|(?:^|\/)manifest\.json$/iu;

/** Takes the model files of a revision out of the repository around a folder. Nothing in the repository is touched. */
export function checkOut(folder: string, revision: string): Read<Checkout | undefined> {
  const failed = (diagnostics: ReturnType<typeof diagnose>): Read<undefined> => ({
    value: undefined,
    diagnostics,
  });
  const root = git(folder, ['rev-parse', '--show-toplevel']);
  if ('failure' in root) return failed(diagnose(gitUnavailable, { folder, reason: root.failure }));
  const commit = git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  if ('failure' in commit) {
    const known = revisionNames(folder);
    return failed(diagnose(unknownRevision, { revision, nearest: nearestName(revision, known), known }));
  }
  const id = commit.output.toString('utf8').trim();
  const top = root.output.toString('utf8').replace(/\r?\n$/u, '');
  const listing = git(top, ['ls-tree', '-r', '-z', '--full-tree', id]);
  if ('failure' in listing) return failed(diagnose(gitUnavailable, { folder, reason: listing.failure }));
  const files = blobsOf(listing.output.toString('utf8')).filter(({ path }) => MODEL_FILE.test(path));
  if (files.length === 0) return failed(diagnose(nothingAtRevision, { revision }));
  const contents = git(top, ['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''));
  if ('failure' in contents) return failed(diagnose(gitUnavailable, { folder, reason: contents.failure }));

  const place = realpathSync(mkdtempSync(join(tmpdir(), 'cimbind-revision-')));
  const blobs = batchContents(contents.output);
  files.forEach(({ path }, at) => {
    const bytes = blobs[at];
    if (bytes === undefined) return;
    const file = join(place, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  });
  const inside = relative(realpathSync(top), realpathSync(folder)).split(sep);
  return {
    value: {
      folder: join(place, ...inside),
      top: place,
      commit: id,
      close: () => rmSync(place, { recursive: true, force: true }),
    },
    diagnostics: [],
  };
}

/** The last commit that changed a file; undefined where there is none, or no repository. */
export function lastCommitOf(folder: string, file: string): string | undefined {
  const answer = git(folder, ['log', '-1', '--format=%H', '--', file]);
  const commit = 'failure' in answer ? '' : answer.output.toString('utf8').trim();
  return commit === '' ? undefined : commit;
}

interface Blob {
  readonly path: string;
  readonly blob: string;
}

/** Regular files of `git ls-tree -z`: links and submodules hold no model. */
const blobsOf = (listing: string): readonly Blob[] =>
  listing.split('\0').flatMap((line) => {
    const entry = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/su.exec(line);
    const path = entry?.[2] ?? '';
    const isSafe = path !== '' && !path.split('/').some((part) => part === '..' || part === '');
    return entry === null || !isSafe ? [] : [{ blob: entry[1] ?? '', path }];
  });

/** What `git cat-file --batch` writes: a line `<id> <kind> <size>`, the bytes, a line end; one after the other. */
function batchContents(output: Buffer): readonly (Buffer | undefined)[] {
  const found: (Buffer | undefined)[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(0x0a, at);
    if (end < 0) break;
    const header = output.subarray(at, end).toString('utf8');
    const size = / blob (\d+)$/u.exec(header)?.[1];
    at = end + 1;
    if (size === undefined) {
      found.push(undefined);
      continue;
    }
    found.push(output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function revisionNames(folder: string): readonly string[] {
  const answer = git(folder, [
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  return 'failure' in answer
    ? []
    : answer.output
        .toString('utf8')
        .split('\n')
        .filter((name) => name !== '');
}
