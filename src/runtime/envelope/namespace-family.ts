/**
 * Whether two namespaces mean the same to people: they differ in scheme, `www.`, a year, letter case, or a `/` or `#` at the
 * end.
 */
export const isSameFamily = (one: string, other: string): boolean =>
  one !== '' && other !== '' && familyOf(one) === familyOf(other);

const familyOf = (namespace: string): string =>
  namespace
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]+$/, '')
    .replace(/(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g, '*');
