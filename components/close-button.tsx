export function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="close" aria-label="Close" onClick={onClose}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="m2 2 8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
    </button>
  );
}
