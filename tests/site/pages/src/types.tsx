// Compiled, not run: what the types allow, and what they do not.
import type {} from "blog-explorer/react";
import type {} from "blog-explorer/svelte";
import type {} from "blog-explorer/vue";

const explorer = document.querySelector("blog-explorer");
if (explorer) {
  explorer.state = "query:a";
  explorer.compact = true;
  explorer.show("series");
  explorer.search("garden");
  explorer.refresh();
  // @ts-expect-error: there is no such theme
  explorer.theme = "sepia";
  // @ts-expect-error: a prefix belongs to a kind of state
  explorer.state = "a";
}
document.addEventListener("blog-explorer-ready", (event) => event.detail.posts.toFixed());
// @ts-expect-error: what is opened has an address, not a number of posts
document.addEventListener("blog-explorer-open", (event) => event.detail.posts);

export const archive = (
  <blog-explorer sitemap="/sitemap.xml" open="new-tab" onblog-explorer-view={(event) => event.detail.view}>
    <a href="/archive">All posts</a>
  </blog-explorer>
);
// @ts-expect-error: what a click does is one of three things
export const wrong = <blog-explorer open="window" />;
