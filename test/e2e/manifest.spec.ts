import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder } from '../browser/extension.ts';

const manifest = JSON.parse(readFileSync(join(buildFolder('production'), 'manifest.json'), 'utf8'));

test('asks for these permissions and no others', () => {
  expect(manifest.permissions.sort()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.optional_permissions).toEqual(['notifications']);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  expect(manifest.content_scripts).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.incognito).toBe('not_allowed');
  expect(manifest.minimum_chrome_version).toBe('144');
});

test('tells administrators what may be set for a whole organisation', () => {
  expect(manifest.storage).toEqual({ managed_schema: 'managed-schema.json' });
  const schema = JSON.parse(readFileSync(join(buildFolder('production'), manifest.storage.managed_schema), 'utf8'));
  expect(Object.keys(schema.properties)).toContain('sitesForbidden');
});

test('opens its side panel by itself for nobody: a click or a key does', () => {
  expect(manifest.side_panel).toEqual({ default_path: 'sidepanel.html' });
  const keys = Object.entries(manifest.commands as Record<string, { suggested_key: { default: string } }>);
  expect(keys.map(([name, { suggested_key }]) => [name, suggested_key.default])).toEqual([
    ['hide-everywhere', 'Alt+Shift+H'],
    ['open-side-panel', 'Alt+Shift+S'],
    ['open-dashboard', 'Alt+Shift+D'],
    ['review-next', 'Alt+Shift+J'],
  ]);
});

test('lets no page of ours reach a network', () => {
  expect(manifest.content_security_policy).toEqual({
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
});
