/** Words that are not spelled as they stand in a name. */
const SPELLED: Readonly<Record<string, string>> = {
  // Whole words instead of short ones.
  min: 'minute',
  intvl: 'interval',
  mfg: 'manufacturer',
  auth: 'authorization',
  prog: 'programmable',
  ctl: 'control',
  maint: 'maintenance',
  sync: 'synchronisation',
  rcd: 'remote connect/disconnect',
  recoder: 'recorder',
  tranceiver: 'transceiver',
  // Acronyms that begin a name in lower case.
  ac: 'AC',
  ap: 'AP',
  crc: 'CRC',
  ct: 'CT',
  dc: 'DC',
  dst: 'DST',
  ieee: 'IEEE',
  ip: 'IP',
  mac: 'MAC',
  pq: 'power quality',
  ram: 'RAM',
  rom: 'ROM',
  tou: 'time-of-use',
  tv: 'TV',
  us: 'US',
  // Formulas.
  c2h2: 'C2H2',
  c2h4: 'C2H4',
  c2h6: 'C2H6',
  ch4: 'CH4',
  co: 'CO',
  co2: 'CO2',
  co2e: 'CO2e',
  hch: 'HCH',
  nox: 'NOx',
  o2: 'O2',
  pfc: 'PFC',
  pm10: 'PM10',
  pm25: 'PM2.5',
  sf6: 'SF6',
  so2: 'SO2',
  sox: 'SOx',
};

/** A name as words: `fifteenMinute` is `fifteen minute`, `ConnectFailed` is `connect failed`, `PANGateway` is `PAN gateway`. */
export const words = (name: string): string =>
  name
    // A number behind a name tells two numbers of one name apart.
    .replace(/_\d+$/u, '')
    .replace(/(\d)to(\d)/gu, '$1 to $2')
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .replace(/([A-Za-z]{3,})(\d)/gu, '$1 $2')
    .replace(/(\d)([a-z]{3,})/gu, '$1 $2')
    .split(/[ -]/u)
    .map(spelled)
    .join(' ');

function spelled(word: string): string {
  const lower = word.toLowerCase();
  const known = SPELLED[lower];
  if (known !== undefined && Object.hasOwn(SPELLED, lower)) return known;
  if (/^[qQ]\d$/u.test(word)) return word.toUpperCase();
  return /^[A-Z\d%]{2,}$/u.test(word) ? word : lower;
}
