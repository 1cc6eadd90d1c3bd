/** What the operator decides about the public site, as far as its pages show it. Nothing here is secret. */
export interface SiteSettings {
  /** Scheme and host without a closing slash: canonical links, feeds and QR codes start with it. */
  origin: string;
  /** The neutral page to which 'Leave this site' leads. */
  leaveUrl: string;
  /** Algolia only when the operator set both; the key may search and nothing else. */
  algolia?: {
    appId: string;
    searchKey: string;
    host?: string;
    /** Send what is typed before it is submitted. Without it, only a submitted query leaves the device. */
    asYouType?: boolean;
  };
}
