import type { ValueContext } from '../../../lib/crm/values/index.ts';

/** A page of which nothing is known, looked at on Monday 23 November 2026. */
export function page(known: Partial<ValueContext> = {}): ValueContext {
  return { locale: null, dateOrder: null, currency: null, today: '2026-11-23', ...known };
}

/** What the round trips promise to read. */
export const LOCALES = [
  ...['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA', 'en-SG', 'en-IE'],
  ...['de-DE', 'de-CH', 'de-AT', 'fr-FR', 'fr-CH', 'fr-CA', 'fr-BE', 'it-IT', 'it-CH', 'nl-NL', 'nl-BE'],
  ...['es-ES', 'es-MX', 'es-AR', 'es-CL', 'es-CO', 'ca-ES', 'pt-BR', 'pt-PT'],
  ...['sv-SE', 'nb-NO', 'da-DK', 'fi-FI', 'is-IS', 'et-EE', 'lv-LV', 'lt-LT'],
  ...['pl-PL', 'cs-CZ', 'sk-SK', 'sl-SI', 'hr-HR', 'hu-HU', 'ro-RO', 'bg-BG', 'el-GR', 'tr-TR', 'ru-RU', 'uk-UA'],
  ...['ja-JP', 'zh-CN', 'zh-TW', 'ko-KR', 'hi-IN', 'mr-IN', 'bn-BD', 'th-TH', 'vi-VN', 'id-ID', 'ms-MY'],
  ...['he-IL', 'ar-EG', 'ar-SA', 'ar-AE', 'fa-IR'],
];
