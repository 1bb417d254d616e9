// SPDX-License-Identifier: EUPL-1.2

/** Counters and latencies for operators, without any person. */
export interface Metrics {
  count(name: string, labels?: Record<string, string>): void;
  observe(name: string, seconds: number, labels?: Record<string, string>): void;
  /** Adds a value that is read when somebody asks. */
  gauge(name: string, read: () => number): void;
  /** Prometheus text format 0.0.4. */
  text(): string;
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Histogram {
  readonly buckets: number[];
  sum: number;
  count: number;
}

/** An empty registry. */
export function createMetrics(): Metrics {
  const counters = new Map<string, number>();
  const histograms = new Map<string, Histogram>();
  const gauges = new Map<string, () => number>();
  return {
    count(name, labels = {}) {
      const series = seriesName(name, labels);
      counters.set(series, (counters.get(series) ?? 0) + 1);
    },
    observe(name, seconds, labels = {}) {
      const series = seriesName(name, labels);
      const histogram = histograms.get(series) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 };
      bounds.forEach((bound, index) => {
        if (seconds <= bound) histogram.buckets[index] = (histogram.buckets[index] ?? 0) + 1;
      });
      histogram.sum += seconds;
      histogram.count += 1;
      histograms.set(series, histogram);
    },
    gauge: (name, read) => void gauges.set(name, read),
    text: () => [...counterLines(counters), ...histogramLines(histograms), ...gaugeLines(gauges)].join('\n') + '\n',
  };
}

function seriesName(name: string, labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value.replaceAll(/["\\\n]/g, '_')}"`);
  return pairs.length > 0 ? `${name}{${pairs.join(',')}}` : name;
}

function counterLines(counters: Map<string, number>): string[] {
  return [...counters].map(([series, value]) => `${series} ${value}`);
}

function gaugeLines(gauges: Map<string, () => number>): string[] {
  return [...gauges].map(([name, read]) => `${name} ${read()}`);
}

function histogramLines(histograms: Map<string, Histogram>): string[] {
  return [...histograms].flatMap(([series, { buckets, sum, count }]) => {
    const [name = series, rest] = series.split(/\{(.*)\}$/);
    const labelled = (suffix: string, extra = '') => {
      const labels = [rest, extra].filter(Boolean).join(',');
      return `${name}${suffix}${labels ? `{${labels}}` : ''}`;
    };
    return [
      ...bounds.map((bound, index) => `${labelled('_bucket', `le="${bound}"`)} ${buckets[index] ?? 0}`),
      `${labelled('_bucket', 'le="+Inf"')} ${count}`,
      `${labelled('_sum')} ${sum}`,
      `${labelled('_count')} ${count}`,
    ];
  });
}
