import type { Activity } from './truth.ts';

type Many = readonly [string, ...string[]];

export const ACCOUNTS: Many = [
  'Harbourline Foods',
  'Pinecrest Mills',
  'Tallowmere Dairy',
  'Calder & Voss',
  'Brightmoor Clinics',
  'Kestrel Freight',
  'Ostrava Glasworks',
  'Quillon Print',
  'Saltmarsh Breweries',
  'Vantry Pharma',
  'Grünwald Kühlhaus',
  'Lindenhof Molkerei',
  'Åsgard Sjømat',
  'Fjordkyst Laks',
  'Moulins de l’Aubette',
  'Domaine Perrache',
  'Panadería Tres Olmos',
  'Cítricos del Turia',
  'みなと冷蔵',
  'あおば精密',
  'O’Halloran "Hal" Meats',
  'Dunmore Seafoods',
  'Wexley Garden Centres',
  'Ironbridge Catering',
  'Larkspur Bakeries',
  'Northfold Orchards',
  'Sable & Reed',
  'Copperbeech Schools',
  'Tidewater Labs',
  'Mistral Vaccines',
  'Redfern Poultry',
  'Hallam Cold Stores',
  'Yarrow Valley Farms',
  'Castellan Hotels',
  'Blue Heron Bottling',
  'Marlowe Transport',
  'Eastgate Hospitals',
  'Juniper & Slate',
  'Whitby Smokehouse',
  'Orchard Lane Dairies',
];

export const CONTACTS: Many = [
  'Ana Ferreira',
  'Priya Raman',
  'Tom Ashdown',
  'Ingrid Halvorsen',
  'Luc Marchetti',
  'Yuki Morita',
  'Fatima Benali',
  'George Pell',
  'Hanna Weiß',
  'Owen Tregarth',
  'Sofia Lindgren',
  'Miguel Santacruz',
  'Beatrice Lowell',
  'Karel Dvorsky',
  'Naomi Okonjo',
  'Peter van der Zee',
];

export const PRODUCTS: Many = [
  'cold-chain sensors',
  'door alarms, 3 sites',
  'fleet loggers',
  'warehouse monitoring',
  'audit reports',
  'second depot',
  'renewal, 2 years',
  'pilot on line 4',
  'freezer retrofit',
  'lab fridges',
  'gateway upgrade',
  'site-wide roll-out',
];

/** Names that real sellers type and that a careless page would break on. Placed in every team of 30 deals or more. */
export const AWKWARD_NAMES: Many = [
  'Renewal "Blue Heron" – year 2',
  'Größere Kühlzelle für Grünwald',
  'みなと冷蔵 第2倉庫 温度監視',
  'Pilot <Hall 3> -> roll-out',
  'O’Halloran & Sons: 40% off? (ask Hal)',
];

/** Next steps by stage, as a seller writes them. `{c}` is the contact. */
export const STEPS: readonly Many[] = [
  ['Call {c} about who else decides', 'Send two references to {c}', 'First call with {c}'],
  ['Site walk with {c}', '{c} sends the list of stores', 'Workshop with {c} and maintenance'],
  ['{c} tests the sample kit', 'Agree success criteria with {c}', 'IT check with {c}'],
  ['Walk {c} through the offer', '{c} comments on the quote', 'Send revised quote to {c}'],
  ['{c} sends redlines', 'Call with {c} and purchasing', 'Order form signed by {c}'],
];

export const LOST_REASONS: Many = ['No decision', 'Price', 'Went with another vendor', 'Budget withdrawn', 'Timing'];

export const ACTIVITIES: readonly [Activity, ...Activity[]] = ['mail', 'mail', 'call', 'meeting', 'document'];
