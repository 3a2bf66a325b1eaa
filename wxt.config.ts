import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { DEXIE, leanDexie } from './lib/store/lean-dexie.ts';

/** Nothing of ours may reach a network, and nothing from a page may run: asserted exactly by the conventions test. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const SITES = ['https://*/*', 'http://*/*'];

/**
 * A permission prompt cannot be clicked in a test, so the e2e build holds as granted what the shipped one asks for, site
 * by site: the hosts that the demo CRM stands under, and this computer. `tabs` stands in for the click on the icon,
 * which tells the popup the address of a site that was not granted.
 */
const E2E_SITES = [
  'https://acme.lightning.force.com/*',
  'https://app.hubspot.com/*',
  'https://acme.pipedrive.com/*',
  'https://acme.crm4.dynamics.com/*',
  'https://odoo.acme.example/*',
  'https://tryton.acme.example/*',
  'http://127.0.0.1/*',
];

const CRM_FOLDER = fileURLToPath(new URL('./lib/crm', import.meta.url));
const READER_SCRIPTS = fileURLToPath(new URL('./.wxt/readers', import.meta.url));

/**
 * Each CRM's reader becomes a script by itself, `read-<crm>.js`, that the background puts only into pages where that CRM
 * may stand: the content script would outgrow its 20 kB with the maps of all. Adding a CRM needs nothing here.
 */
function readerScripts() {
  mkdirSync(READER_SCRIPTS, { recursive: true });
  const folders = readdirSync(CRM_FOLDER, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'values',
  );
  return folders.map(({ name }) => {
    const inputPath = `${READER_SCRIPTS}/read-${name}.ts`;
    writeFileSync(
      inputPath,
      [
        "import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';",
        "import { offerReader } from '../../lib/crm/offered-readers.ts';",
        `import { ${name} } from '../../lib/crm/${name}/index.ts';`,
        '',
        `export default defineUnlistedScript(() => offerReader(${name}));`,
        '',
      ].join('\n'),
    );
    return { name: `read-${name}`, inputPath, type: 'unlisted-script' as const };
  });
}

/**
 * Once more over the scripts that stand in other people's pages and wake again and again: up to a twentieth smaller than
 * what the bundler's own minifier makes of them.
 */
function smallerScripts(): Plugin {
  return {
    name: 'smaller-scripts',
    apply: 'build',
    async generateBundle({ format }, bundle) {
      if (format !== 'iife') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const { code } = await minify(chunk.code, { compress: { passes: 2, ecma: 2020 }, format: { ecma: 2020 } });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}

export default defineConfig({
  imports: false,
  hooks: {
    'entrypoints:found': (_, infos) => {
      infos.push(...readerScripts());
    },
  },
  vite: () => ({
    plugins: [preact(), leanDexie(), smallerScripts()],
    resolve: { alias: { dexie: DEXIE } },
    build: { target: 'chrome144', cssTarget: 'chrome144' },
  }),
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ mode }) => ({
    name: 'Sideline',
    short_name: 'Sideline',
    description:
      'The coach beside your CRM: the one question worth asking on the open deal. Nothing leaves the browser.',
    minimum_chrome_version: '144',
    incognito: 'not_allowed',
    permissions: [
      ...['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
      ...(mode === 'e2e' ? ['notifications', 'tabs'] : []),
    ],
    ...(mode === 'e2e' ? {} : { optional_permissions: ['notifications'] }),
    ...(mode === 'e2e' ? { host_permissions: E2E_SITES } : {}),
    optional_host_permissions: SITES,
    storage: { managed_schema: 'managed-schema.json' },
    content_security_policy: { extension_pages: CSP },
    action: { default_title: 'Sideline' },
    commands: {
      'hide-everywhere': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Hide or show Sideline in all tabs',
      },
      'open-side-panel': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Open the side panel: the open deal, or a review',
      },
      'open-dashboard': {
        suggested_key: { default: 'Alt+Shift+D' },
        description: 'Open the dashboard: five sentences, and the deals behind them',
      },
      'review-next': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: 'Go on to the next deal of the review',
      },
    },
  }),
});
