/** Loads the demo organisation on the first start in demo mode. Returns its sign-ins. */
export async function seedDemoOnce(_world: unknown): Promise<{ email: string; role: string }[]> {
  return []
}
