// An S3-speaking server that keeps its objects as files, for tests of the bucket: it checks signatures, and serves the bucket as a static website.
// Usage: s3 API_ADDRESS WEBSITE_ADDRESS FOLDER ACCESS_KEY SECRET_KEY. It ends on SIGTERM or when its standard input closes.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/versity/versitygw/backend/meta"
	"github.com/versity/versitygw/backend/posix"
	"github.com/versity/versitygw/embedgw"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "usage: s3 API_ADDRESS WEBSITE_ADDRESS FOLDER ACCESS_KEY SECRET_KEY")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(api, website, folder, access, secret string) error {
	// Metadata lies in extended attributes: every file system of a usual machine has them, and an object that is written again loses its former ones.
	store, err := posix.New(folder, meta.XattrMeta{}, posix.PosixOpts{})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		// The test run that started this server holds its standard input: when that run dies, however it dies, the server ends too.
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	err = embedgw.RunVersityGW(ctx, store, &embedgw.Config{
		RootUserAccess:    access,
		RootUserSecret:    secret,
		Ports:             []string{api},
		WebsitePorts:      []string{website},
		MaxConnections:    1000,
		MaxRequests:       1000,
		MultipartMaxParts: 10000,
		KeepAlive:         true,
		Quiet:             true,
	})
	if ctx.Err() != nil {
		return nil
	}
	return err
}
