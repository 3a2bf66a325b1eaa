import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

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

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  manifest: ({ mode }) => ({
    name: 'Sideline',
    short_name: 'Sideline',
    description:
      'The coach beside your CRM: the one question worth asking on the open deal. Nothing leaves the browser.',
    minimum_chrome_version: '144',
    incognito: 'not_allowed',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage'],
    // A permission prompt cannot be clicked in a test, so the e2e build holds as required what the real one asks for.
    ...(mode === 'e2e' ? { host_permissions: SITES } : { optional_host_permissions: SITES }),
    content_security_policy: { extension_pages: CSP },
    action: { default_title: 'Sideline' },
    commands: {
      'hide-everywhere': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: 'Hide or show Sideline in all tabs',
      },
    },
  }),
});
