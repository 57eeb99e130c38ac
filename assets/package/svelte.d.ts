import type { HTMLAttributes } from "svelte/elements";
import type { BlogExplorerElement, BlogExplorerEventMap, BlogExplorerOptions } from "./blog-explorer.js";

/** Svelte 5 listens to `onblog-explorer-ready` and the like by itself. */
type Listeners = { [name in keyof BlogExplorerEventMap as `on${name}`]?: (event: BlogExplorerEventMap[name]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "blog-explorer": Omit<HTMLAttributes<BlogExplorerElement>, keyof BlogExplorerOptions> & BlogExplorerOptions & Listeners;
  }
}
