/** Folders of tools, in which nobody keeps reports: version control, and installed packages. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** Whether a folder of this name belongs to a tool and is never looked into. */
export const isToolFolder = (name: string): boolean => TOOL_FOLDERS.has(name);

/** Whether a path leads through a folder of a tool. */
export const isInToolFolder = (path: string): boolean => path.split('/').some(isToolFolder);
