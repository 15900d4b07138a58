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

/** A button of a toolbar that shows an icon only. */
export function iconButton(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', class: 'icon-button', title: label, 'aria-label': label },
    icon(name),
  );
  button.addEventListener('click', onClick);
  return button;
}

/** An icon button that stays pressed while something is on. */
export function toggleButton(
  name: string,
  label: string,
  pressed: boolean,
  onChange: (pressed: boolean) => void,
): HTMLButtonElement {
  const button = iconButton(name, label, () => {
    setPressed(button, !isPressed(button));
    onChange(isPressed(button));
  });
  setPressed(button, pressed);
  return button;
}

export const isPressed = (button: HTMLButtonElement): boolean => button.ariaPressed === 'true';

export function setPressed(button: HTMLButtonElement, pressed: boolean): void {
  button.ariaPressed = String(pressed);
}

/** Adds to an icon's tooltip the key that does the same. */
export const withKey = (label: string, key: string): string => `${label} (${key})`;
