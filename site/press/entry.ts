import { createApp } from 'astro/app/entrypoint';

/** What the built bundle offers the press: one page for one request, whole. */
const app = createApp({ streaming: false });

export function render(request: Request, locals: App.Locals): Promise<Response> {
  return app.render(request, { locals });
}
