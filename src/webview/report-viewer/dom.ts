/** Builds elements. Text always becomes text nodes, whatever it says. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

/** A codicon that says nothing to a screen reader. */
export const icon = (name: string): HTMLElement =>
  element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });

/** A button of a toolbar that shows a picture only. */
export function button(picture: HTMLElement, label: string, onClick: () => void): HTMLButtonElement {
  const created = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    picture,
  );
  created.addEventListener('click', onClick);
  return created;
}

/** A button of a toolbar that shows a codicon. */
export const iconButton = (name: string, label: string, onClick: () => void): HTMLButtonElement =>
  button(icon(name), label, onClick);

/** An icon button that stays pressed while something is on. */
export function toggleButton(
  name: string,
  label: string,
  pressed: boolean,
  onChange: (pressed: boolean) => void,
): HTMLButtonElement {
  const toggle = iconButton(name, label, () => {
    setPressed(toggle, !isPressed(toggle));
    onChange(isPressed(toggle));
  });
  setPressed(toggle, pressed);
  return toggle;
}

export const isPressed = (button: HTMLButtonElement): boolean => button.ariaPressed === 'true';

export function setPressed(button: HTMLButtonElement, pressed: boolean): void {
  button.ariaPressed = String(pressed);
}

const isMac = /Mac/.test(navigator.userAgent);

/** Adds to an icon's tooltip the key that does the same; "Ctrl+F" is ⌘F on a Mac. */
export const withKey = (label: string, key: string): string =>
  `${label} (${isMac ? key.replace('Ctrl+', '⌘') : key})`;
