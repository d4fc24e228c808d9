import { defineDiagnostic } from '../diagnostic.js';

/** `did you mean …?`, or the names that there are. */
export const nearest = (facts: {
  readonly nearest?: string | undefined;
  readonly known: readonly string[];
}): string => {
  if (facts.nearest !== undefined) return `did you mean "${facts.nearest}"?`;
  if (facts.known.length === 0) return 'there are none';
  const shown = facts.known.slice(0, 12).join(', ');
  return `there are ${shown}${facts.known.length > 12 ? ` and ${facts.known.length - 12} more` : ''}`;
};

export const profileSyntax = defineDiagnostic<{ readonly reason: string }>({
  code: 'PRF1001',
  severity: 'error',
  title: 'a profile is not well-formed YAML or JSON',
  message: ({ reason }) => `the profile cannot be read: ${reason}`,
  hint: () => 'indent with spaces, and put texts that begin with * or & into quotes',
});

export const profileValue = defineDiagnostic<{
  readonly what: string;
  readonly found: string;
  readonly expected: string;
}>({
  code: 'PRF1002',
  severity: 'error',
  title: 'a profile has a value of the wrong form',
  message: ({ what, found, expected }) => `${what} is ${found}, expected ${expected}`,
});

export const profileKey = defineDiagnostic<{
  readonly key: string;
  readonly what: string;
  readonly nearest: string | undefined;
  readonly known: readonly string[];
}>({
  code: 'PRF1003',
  severity: 'error',
  title: 'a profile has an unknown key',
  message: ({ key, what }) => `unknown key "${key}" in ${what}`,
  hint: nearest,
  explanation: 'Unknown keys are refused, so that a misspelt one cannot be silently without effect.',
});

export const profileKeyMissing = defineDiagnostic<{ readonly key: string; readonly what: string }>({
  code: 'PRF1004',
  severity: 'error',
  title: 'a profile lacks a key',
  message: ({ key, what }) => `${what} has no "${key}"`,
});

export const profileKeyTwice = defineDiagnostic<{ readonly key: string; readonly what: string }>({
  code: 'PRF1005',
  severity: 'error',
  title: 'a key or value stands twice in a profile',
  message: ({ key, what }) => `"${key}" stands twice in ${what}`,
  hint: () => 'remove one of them; two types for one class need names of their own and `class:`',
});

export const profileFileMissing = defineDiagnostic<{ readonly what: string; readonly file: string }>({
  code: 'PRF1006',
  severity: 'error',
  title: 'a file that a profile names was not found',
  message: ({ what, file }) => `the ${what} ${file} was not found`,
  hint: () => 'paths are relative to the file of the profile',
});

export const overlayCircle = defineDiagnostic<{ readonly file: string }>({
  code: 'PRF1007',
  severity: 'error',
  title: 'a profile extends itself',
  message: ({ file }) => `${file} extends itself, directly or through others`,
});

export const PRF = [
  profileSyntax,
  profileValue,
  profileKey,
  profileKeyMissing,
  profileKeyTwice,
  profileFileMissing,
  overlayCircle,
] as const;
