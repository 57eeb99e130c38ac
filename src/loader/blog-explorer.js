// Defines <blog-explorer> and, when one nears the viewport, fetches the app that fills it.
// The names below are written in when the app is built (see stamp.mjs).
const GLUE = "__GLUE__";
const WASM = "__WASM__";
const STYLE = "__STYLE__";

const here = (name) => new URL(name, import.meta.url).href;

/** The app, fetched once for all elements of a page; tried anew after a failure. */
let app;
const load = () =>
  (app ??= (async () => {
    const wasm = fetch(here(WASM)); // beside the glue, not after it
    const glue = await import(here(GLUE));
    await glue.default({ module_or_path: wasm });
    return glue;
  })().catch((error) => {
    app = undefined;
    throw error;
  }));

class BlogExplorer extends HTMLElement {
  /** Resolves when the style sheet is there: nothing is shown unstyled. */
  #styled;

  static observedAttributes = ["sitemap", "state", "theme"];

  #mounted;
  #turn = 0;
  #near;

  connectedCallback() {
    if (this.getAttribute("loading") === "eager") {
      this.#start();
      return;
    }
    this.#near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), {
      rootMargin: "600px",
    });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#turn || !this.isConnected) return;
    if (name === "theme") return; // the style sheet reads it
    this.#stop();
    this.#start();
  }

  #stop() {
    this.#near?.disconnect();
    this.#near = undefined;
    this.#turn += 1;
    this.#mounted?.free();
    this.#mounted = undefined;
    this.shadowRoot?.querySelector("[part=root]")?.remove();
    this.#slot(true);
  }

  // What the page put inside the element shows until the app is there, and again if it cannot be.
  #slot(shown) {
    const slot = this.shadowRoot?.querySelector("slot");
    if (slot) slot.hidden = !shown;
  }

  async #start() {
    this.#near?.disconnect();
    const turn = (this.#turn += 1);
    try {
      const shadow = this.shadowRoot ?? this.#open();
      const root = document.createElement("div");
      root.setAttribute("part", "root");
      const [glue] = await Promise.all([load(), this.#styled]);
      if (turn !== this.#turn) return;
      shadow.append(root);
      this.#slot(false);
      this.#mounted = glue.mount(root, {
        sitemap: this.getAttribute("sitemap") ?? "",
        state: this.getAttribute("state") ?? "none",
      });
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#slot(true);
      this.dispatchEvent(new CustomEvent("blog-explorer-error", { bubbles: true, composed: true, detail: { message: String(error) } }));
    }
  }

  #open() {
    const shadow = this.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = here(STYLE);
    this.#styled = new Promise((resolve, reject) => {
      style.onload = resolve;
      style.onerror = () => reject(new Error(`could not load ${style.href}`));
    });
    shadow.append(style, document.createElement("slot"));
    return shadow;
  }
}

if (!customElements.get("blog-explorer")) customElements.define("blog-explorer", BlogExplorer);
