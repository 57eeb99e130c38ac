/** A view, by its name in the address. */
export type BlogExplorerViewName = "timeline" | "series" | "gallery" | "topics" | "insights" | (string & {});

/** Where the view is kept: with the element, in the page's query string, or in its hash; a prefix keeps several elements apart. */
export type BlogExplorerState = "none" | "query" | "hash" | `query:${string}` | `hash:${string}`;

/** What the element can be told, each as an attribute and as a property, each live when changed. */
export interface BlogExplorerOptions {
  /** Address of a sitemap, a sitemap index, an RSS or Atom feed, or a list of addresses; several, separated by spaces. */
  sitemap?: string;
  /** The view shown first. */
  view?: BlogExplorerViewName;
  /** The views offered, separated by spaces. All, where it is not given. */
  views?: string;
  /** The words searched for first. */
  q?: string;
  /** Further filters, as a query string: `section=blog&from=2023`. */
  filters?: string;
  /** The colours; `auto` is as the system. */
  theme?: "auto" | "light" | "dark";
  /** The language of dates and numbers; the reader's, where it is not given. */
  lang?: string;
  density?: "comfortable" | "compact";
  state?: BlogExplorerState;
  /** The name shown above the posts, where it is not to be the one that the sitemap gives. */
  title?: string;
  /** What a click on a post does. */
  open?: "panel" | "same-tab" | "new-tab";
  /** Less of everything around the posts, for a narrow column. */
  compact?: boolean;
  /** Whether the app is fetched as the element nears the window, or at once. */
  loading?: "lazy" | "eager";
}

/** The blog is there. */
export interface BlogExplorerReady {
  posts: number;
  series: number;
  pictures: number;
  title: string;
}

/** It could not be read. */
export interface BlogExplorerError {
  /** A word for programs: `offline`, `not-found`, … */
  cause: string;
  /** The address it went wrong at. */
  source: string;
  /** A sentence for people. */
  message: string;
}

/** Another view is shown. */
export interface BlogExplorerView {
  view: string;
  /** The whole state, as a query string. */
  query: string;
}

/** A reader opens a post. `preventDefault()` leaves that to the page. */
export interface BlogExplorerOpen {
  url: string;
  title: string;
}

/** Other posts are selected, by words, filters or dates. */
export interface BlogExplorerSelect {
  /** What selects them, as a query string. */
  query: string;
  /** How many posts they are. */
  posts: number;
}

/** What the element says. All of them bubble and leave the shadow tree. */
export interface BlogExplorerEventMap {
  "blog-explorer-ready": CustomEvent<BlogExplorerReady>;
  "blog-explorer-error": CustomEvent<BlogExplorerError>;
  "blog-explorer-view": CustomEvent<BlogExplorerView>;
  "blog-explorer-open": CustomEvent<BlogExplorerOpen>;
  "blog-explorer-select": CustomEvent<BlogExplorerSelect>;
}

/** `<blog-explorer>`: a whole blog as a timeline, its series and its pictures. */
export interface BlogExplorerElement extends HTMLElement, Required<Omit<BlogExplorerOptions, "lang">> {
  /** Goes to a view. */
  show(view: BlogExplorerViewName): void;
  /** Searches, as if it were typed. */
  search(text: string): void;
  /** Reads the sitemap anew. */
  refresh(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "blog-explorer": BlogExplorerElement;
  }
  interface HTMLElementEventMap extends BlogExplorerEventMap {}
  interface DocumentEventMap extends BlogExplorerEventMap {}
}
