declare namespace App {
  interface Locals {
    /** What the body components of the page's MDX entry refer to; set by the page that renders it. */
    reading?: import('./components/body/reading.ts').Reading;
  }
}
