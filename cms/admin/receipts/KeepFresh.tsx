'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Has the server look again every `everyMs` for as long as this stands on the screen. */
export const KeepFresh = ({ everyMs }: { everyMs: number }) => {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
};
