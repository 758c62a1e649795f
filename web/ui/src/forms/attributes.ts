// Attributes that a component passes on to its element: `{@attach passOn(rest)}`.
// Svelte's own `{...rest}` is ready for everything there is, styles and classes
// and custom elements, and all of that would travel to every phone.
import type { Attachment } from 'svelte/attachments';

/** Such as aria-expanded: not there and false are two things. */
const saysFalse = (name: string) => /^(?:aria-|data-|spellcheck$)/.test(name);

export function passOn(attributes: object): Attachment {
  return (element) => {
    const taken: (() => void)[] = [];
    for (const [name, value] of Object.entries(attributes) as [string, unknown][]) {
      if (typeof value === 'function') {
        const [type, listener] = [name.slice(2), value as EventListener];
        element.addEventListener(type, listener);
        taken.push(() => element.removeEventListener(type, listener));
      } else if (typeof value === 'boolean' && !saysFalse(name)) element.toggleAttribute(name, value);
      else if (value === undefined || value === null) element.removeAttribute(name);
      else element.setAttribute(name, String(value));
    }
    return () => taken.forEach((off) => off());
  };
}
