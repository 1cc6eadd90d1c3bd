/** Three presses of Shift, alone and within this many milliseconds, leave the site. */
const patience = 1500;

const link = document.getElementById('leave') as HTMLAnchorElement;
let presses: number[] = [];

/** Hides the page at once and takes its place in the history, so that 'back' does not return here. */
function leave(): void {
  document.documentElement.hidden = true;
  document.title = '';
  location.replace(link.href);
}

link.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : [];
  const [first = 0] = presses;
  if (presses.length === 3 && timeStamp - first < patience) leave();
});
