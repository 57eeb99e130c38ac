import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { BlogExplorerElement, BlogExplorerEventMap, BlogExplorerOptions } from "./blog-explorer.js";

/** React 19 listens to `onblog-explorer-ready` and the like by itself. */
type Listeners = { [name in keyof BlogExplorerEventMap as `on${name}`]?: (event: BlogExplorerEventMap[name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "blog-explorer": DetailedHTMLProps<HTMLAttributes<BlogExplorerElement>, BlogExplorerElement> & BlogExplorerOptions & Listeners;
    }
  }
}
