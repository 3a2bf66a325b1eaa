/** The touchline and the one who stands beside it; the same drawing as the extension's icon. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M9 6.2v19.6" stroke="var(--on-accent)" stroke-width="3" stroke-linecap="round" />
      <circle cx="19.5" cy="16" r="5.6" fill="var(--on-accent)" />
    </svg>
  );
}
