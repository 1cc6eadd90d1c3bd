/** Narrows the list of workshops to what a reader chooses. Without it the choices stay hidden and every workshop is shown. */
const form = document.querySelector<HTMLFormElement>('[data-filters]');
const lines = [...document.querySelectorAll<HTMLElement>('[data-lines] > li')];

/** Whether a line fits a choice: lines that name nothing under it are for everybody. */
const fits = (line: HTMLElement, [name, choice]: [string, FormDataEntryValue]) => {
  const named = line.dataset[name];
  return !choice || !named || named.split(' ').includes(String(choice));
};

function narrow(): void {
  if (!form) return;
  const choices = [...new FormData(form)];
  for (const line of lines) line.hidden = !choices.every((choice) => fits(line, choice));
  const count = lines.filter(({ hidden }) => !hidden).length;
  const output = form.querySelector('output');
  const chosen = choices.some(([, choice]) => choice);
  if (output) output.textContent = chosen ? `${count} / ${lines.length}` : '';
  for (const part of form.querySelectorAll<HTMLElement>('[data-none]')) part.hidden = count > 0;
  for (const part of form.querySelectorAll<HTMLElement>('[type=reset]')) part.hidden = !chosen;
}

if (form) {
  form.hidden = false;
  form.addEventListener('change', narrow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    narrow();
  });
  // The fields are empty again only after the event.
  form.addEventListener('reset', () => setTimeout(narrow));
  // A browser that comes back fills the fields as they were.
  addEventListener('pageshow', narrow);
}
