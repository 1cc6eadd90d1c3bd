/** Two people walking side by side. */
export const Mark = ({ size }: { size: string }) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth="3.4"
    strokeLinecap="round"
    aria-hidden="true"
    className="alongside-mark"
  >
    <path d="M7 21C7 15 11 13 11 8V3" />
    <path d="M14 21c0-6 4-8 4-13V3" opacity=".55" />
  </svg>
);
