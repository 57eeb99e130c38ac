import type { DefineComponent, HTMLAttributes } from "vue";
import type { BlogExplorerEventMap, BlogExplorerOptions } from "./blog-explorer.js";

type Capitalized = { [name in keyof BlogExplorerEventMap as `on${Capitalize<name>}`]?: (event: BlogExplorerEventMap[name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "blog-explorer": DefineComponent<Omit<HTMLAttributes, keyof BlogExplorerOptions> & BlogExplorerOptions & Capitalized>;
  }
}
