#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(voucher_types::router()).await
}
